# ---
# about: closes all open files, the worker's pipes among them
# base: wrong
# ---
import os
os.closerange(0, 256)
