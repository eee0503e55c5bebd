# ---
# about: sends many replies that nobody has asked for yet
# base: wrong
# ---
@PIPES@

# %%
for number in range(200):
    send(frame(reply(number, answer=72, changed={"$": "list", "items": []}, score=100, outcome="passed")))
