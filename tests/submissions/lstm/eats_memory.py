# ---
# about: asks for more memory than any answer needs
# base: reference
# expect: {status: any, lstm_to_keras: zero}
# ---
def lstm_to_keras(params):
    H = params["b_f"].size
    blocks = []
    while True:
        blocks.append(np.ones((1000, 10000)))
