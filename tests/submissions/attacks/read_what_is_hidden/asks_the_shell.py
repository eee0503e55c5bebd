# ---
# about: reads files and the environment through the shell
# base: wrong
# ---
@LOOK_AT@

seen = !env; cat @REPOSITORY@/.course-secret @REPOSITORY@/solutions/lstm/*.py /proc/1/environ
look_at("shell", "\n".join(seen))

# %%
%%bash
(cat "@SECRET@" "@OUT@"/results/*.json; find / -xdev -name "check_*.py" -not -path "/usr/*" -exec cat {} +) > seen

# %%
look_at("bash", open("seen").read())

# %%
%run @REPOSITORY@/solutions/lstm/reference.py
if "lstm_step" in dir():
    raise RuntimeError("PWNED by %run")
