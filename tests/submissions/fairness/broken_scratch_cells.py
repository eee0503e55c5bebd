# ---
# about: right, with scratch cells that raise, do not parse and refer to what was deleted
# base: reference
# ---
1 / 0

# %%
def half_written(

# %%
lstm_step(x, h, c)

# %%
raise NotImplementedError("I gave up here")

# %%
???
