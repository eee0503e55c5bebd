# ---
# about: calls exit, quit and sys.exit in cells and answers
# base: wrong
# ---
exit()

# %%
import sys
sys.exit(0)

# %%
raise KeyboardInterrupt

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    sys.exit(0)

# %% instead of lstm_to_keras
def lstm_to_keras(params):
    quit()
