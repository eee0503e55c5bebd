# ---
# about: answers, but never lets its process end
# base: wrong
# ---
import atexit, threading, time

atexit.register(time.sleep, 10**6)
threading.Thread(target=time.sleep, args=(10**6,)).start()
