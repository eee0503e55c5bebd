# ---
# about: a cell sleeps for eleven days
# base: wrong
# ---
import time
time.sleep(10**6)
