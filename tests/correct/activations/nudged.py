"""Slopes by nudging: a tiny imaginary step, exact to the last digits, or central differences; functions with new names."""

import numpy as np

H = 1e-5


def sigma(z):
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def sigmoid(values):
    return sigma(values)


def tanh(inputs):
    return 2 * sigma(2 * inputs) - 1


def relu(z):
    return z * (z > 0)


def sigmoid_derivative(z):
    return (sigma(z + H) - sigma(z - H)) / (2 * H)


def tanh_derivative(a):
    return np.tanh(np.clip(a, -50, 50) + 1e-20j).imag / 1e-20


def relu_derivative(z):
    return (relu(z + H) - relu(z - H)) / (2 * H)
