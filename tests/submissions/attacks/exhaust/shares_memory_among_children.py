# ---
# about: five children touch 400 MiB each
# base: wrong
# ---
import os, time

def lstm_param_count(input_size, hidden_size):
    for i in range(5):
        if os.fork() == 0:
            hold = bytearray(b"x") * (400 << 20)
            time.sleep(60)
    time.sleep(60)
