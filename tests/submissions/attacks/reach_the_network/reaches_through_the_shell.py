# ---
# about: uses bash's and Python's own ways to the network
# base: wrong
# ---
%%bash
(echo pwned > /dev/tcp/127.0.0.1/@PORT@) 2>/dev/null && echo tcp >> reached
python3 -c 'import urllib.request as u; u.urlopen("http://127.0.0.1:@PORT@/", timeout=1)' 2>/dev/null && echo http >> reached
exit 0

# %%
import os

if os.path.exists("reached"):
    raise RuntimeError("PWNED " + open("reached").read())
