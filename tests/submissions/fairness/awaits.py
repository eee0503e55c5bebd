# ---
# about: right, with await at top level
# base: reference
# ---
import asyncio

await asyncio.sleep(0)

async def nothing():
    return 3

three = await nothing()
