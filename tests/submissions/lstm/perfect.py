# ---
# about: solved everything as in the lecture
# base: reference
# ---
