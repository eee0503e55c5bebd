# ---
# about: an answer leaves children of every kind behind
# base: wrong
# ---
import os, signal, subprocess, sys, threading, time

# %%
def lstm_param_count(input_size, hidden_size):
    subprocess.Popen(["sh", "-c", "sleep 3600", "@MARKER@"], start_new_session=True, stdin=0, stdout=subprocess.DEVNULL)
    if os.fork() == 0:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        os.execv("/bin/sh", ["sh", "-c", "sleep 3600", "@MARKER@"])
    threading.Thread(target=time.sleep, args=(3600,)).start()
    return 11
