# ---
# about: right, with a cell that asks for input
# base: reference
# ---
name = input("Your name? ")
print("Hello", name)
