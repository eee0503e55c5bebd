# ---
# about: sends kill signals to every process it can name
# base: stub
# expect: {status: any}
# ---
import os, signal

for pid in [os.getppid(), 1, 2, 3, -1]:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(pid, number)
        except (OSError, ProcessLookupError) as error:
            print(pid, error)
