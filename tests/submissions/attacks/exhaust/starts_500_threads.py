# ---
# about: starts 500 threads
# base: wrong
# ---
import threading, time

for i in range(500):
    try:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    except RuntimeError:
        break
