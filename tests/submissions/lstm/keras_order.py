# ---
# about: packs the gates for Keras in the slides' order
# base: reference
# expect: {lstm_to_keras: less, mistake: orders_as_the_slides}
# ---
def lstm_to_keras(params):
    H = len(params["b_f"])
    names = ["f", "i", "C", "o"]
    kernel = np.hstack([params["W_" + n][H:] for n in names])
    recurrent = np.hstack([params["W_" + n][:H] for n in names])
    bias = np.hstack([params["b_" + n] for n in names])
    return kernel, recurrent, bias
