# ---
# about: puts scripts, images and styles into output, exceptions, names and source
# base: wrong
# ---
from IPython.display import HTML, display

BAD = "<script>alert('pwned')</script><img src=x onerror=alert(1)></style></pre></table>"
print(BAD)
display(HTML(BAD))
raise ValueError("<script>alert('pwned')</script><img src=x onerror=alert(1)></style></pre></table>")

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    raise ValueError(BAD)  # <script>alert('pwned')</script>

# %% instead of lstm_to_keras
def lstm_to_keras(params):
    return {BAD: 1}

# %% instead of lstm_step
def lstm_step(x, h_prev, c_prev, params):
    return type(BAD, (), {})()
