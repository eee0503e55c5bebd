# ---
# about: loops forever and ignores every signal and exception
# base: wrong
# ---
import signal

for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)

# %%
def lstm_param_count(input_size, hidden_size):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
