# ---
# about: right, with seeds, threads and a subprocess that did its work
# base: reference
# ---
import random, subprocess, threading

np.random.seed(0)
random.seed(0)
thread = threading.Thread(target=print, args=("hello",))
thread.start()
thread.join()
subprocess.run(["echo", "done"])
