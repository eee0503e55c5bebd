"""Data sets, one module each: make it, or load the real one. The LSTM assignment needs none."""
