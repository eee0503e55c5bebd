# ---
# about: resets, replaces and breaks the IPython shell that runs its cells
# base: wrong
# ---
shell = get_ipython()
shell.compile = None
type(shell).run_cell = None
shell.run_cell = lambda *args, **kwargs: None
shell.user_ns.pop("np")
