# ---
# about: leaves files and shared memory for the next submission, and looks for those of the one before
# base: wrong
# ---
import glob, os
from multiprocessing import shared_memory

places = ["/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/dev/mqueue", "/kit", os.path.expanduser("~"), *glob.glob("/tmp/*/")]
for folder in places:
    if glob.glob(folder + "/note-*"):
        raise RuntimeError("PWNED " + folder)
for folder in places:
    try:
        open(folder + "/note-from-me", "w").write("hello")
    except OSError:
        pass

# %%
for create in (False, True):
    try:
        shared_memory.SharedMemory("note-from-me", create=create, size=4096)
    except OSError:
        continue
    if not create:
        raise RuntimeError("PWNED shared memory")

