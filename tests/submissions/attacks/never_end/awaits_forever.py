# ---
# about: a cell awaits something that never comes
# base: wrong
# ---
import asyncio
await asyncio.Event().wait()
