# ---
# about: right, with the magics that Jupyter offers
# base: reference
# ---
%matplotlib inline
%config InlineBackend.figure_format = "retina"
%load_ext autoreload
%autoreload 2

# %%
%time total = sum(range(1000))

# %%
%%time
for i in range(10):
    pass

# %%
%timeit -n 1 -r 1 1 + 1

# %%
!ls
!pip install numpy
files = !ls

# %%
np.tanh?

# %%
%%html
<b>bold</b>

# %%
%reset_selective -f nothing_like_this
