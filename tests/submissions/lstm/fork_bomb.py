# ---
# about: starts processes that start processes
# base: reference
# expect: {lstm_param_count: zero, status: any}
# ---
import os, time

def lstm_param_count(input_size, hidden_size):
    for _ in range(8):
        try:
            os.fork()
        except OSError:
            pass
    time.sleep(30)
