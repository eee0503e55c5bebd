# ---
# about: opens files until it may open no more
# base: wrong
# ---
hold = []
try:
    while len(hold) < 100_000:
        hold.append(open("/dev/null"))
except OSError as error:
    print(error)
