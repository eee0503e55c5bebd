# ---
# about: puts template, format and shell syntax where names and messages go
# base: wrong
# ---
CODE = "{{ 7 * 191 }} {% import os %} ${HOME} $(touch @OUT@/pwned) `touch @OUT@/pwned` %(secret)s {0.__class__}"
raise type(CODE, (Exception,), {})(CODE)

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    raise ValueError(CODE)

# %% instead of lstm_to_keras
def lstm_to_keras(params):
    return {CODE: 1}
