# ---
# about: right, but prints 60 MB on the way
# base: reference
# ---
for i in range(600):
    print(str(i) + " " + "x" * 100_000)
