# ---
# about: right, and plots, with and without pyplot
# base: reference
# ---
import matplotlib.pyplot as plt

plt.plot(np.arange(10))
plt.title("gates")
plt.show()

# %%
fig, ax = plt.subplots()
ax.imshow(np.eye(4))
fig.savefig("gates.png")
fig
