"""The trusted end of one worker: send a request, wait no longer than allowed, believe nothing that comes back."""

import json
import os
import select
import time
from typing import Any

from autograder import wire
from autograder.client.compare import Opaque
from autograder.sandbox.launch import Zygote

KEEP_PRINTS = 64 << 10
CHUNK = 1 << 16  # what a pipe holds; a larger buffer costs more than it saves


class WorkerGone(Exception):
    """The worker will not answer any more; `why` is one of time, memory, exit, protocol, fault."""

    def __init__(self, why: str, detail: str = ""):
        super().__init__(f"{why}: {detail}" if detail else why)
        self.why, self.detail = why, detail


class Worker:
    """One forked process that holds one submission. Closing its requests ends it, and everything it started."""

    def __init__(self, zygote: Zygote) -> None:
        their_requests, self.requests = os.pipe()
        self.replies, their_replies = os.pipe()
        self.prints, their_prints = os.pipe()
        self.status, their_status = os.pipe()
        theirs = [their_requests, their_replies, their_prints, their_status]
        try:
            zygote.order(theirs)
        finally:
            for fd in theirs:
                os.close(fd)
        for fd in (self.requests, self.replies, self.prints):
            os.set_blocking(fd, False)
        self.incoming, self.outgoing = select.poll(), select.poll()
        self.incoming.register(self.replies, select.POLLIN)
        self.outgoing.register(self.requests, select.POLLOUT)
        for poll in (self.incoming, self.outgoing):
            poll.register(self.prints, select.POLLIN)
        self.printed = bytearray()
        self.listening = True  # whether prints are kept: not once hidden inputs are about
        self.number = 0
        self.cpu = 0.0
        self.peak_kib = 0
        self.open = True

    def ask(self, seconds: float, **request: Any) -> dict[str, Any]:
        """The answer to one request. Raises WorkerGone, and ends the worker, if none comes in time or it makes no sense."""
        self.number += 1
        deadline = time.monotonic() + seconds
        try:
            self._send(wire.encode({"n": self.number, **request}), deadline)
            answer = wire.decode(self._receive(deadline), Opaque)
        except wire.WireError as error:
            self.close()
            raise WorkerGone("protocol", str(error)) from None
        except WorkerGone as gone:
            report = self.close()
            why = {"memory": "memory", "fault": "fault"}.get(report.get("why", ""), gone.why)
            raise WorkerGone(why, report.get("error", gone.detail)) from None
        if not isinstance(answer, dict) or answer.get("n") != self.number:
            self.close()
            raise WorkerGone("protocol", "an answer that nobody asked for")
        self._drain()
        return answer

    def close(self) -> dict[str, Any]:
        """End the worker; the keeper's report on how it ended."""
        if not self.open:
            return {}
        self.open = False
        os.close(self.requests)
        self._drain()
        report = self._report()
        for fd in (self.replies, self.prints, self.status):
            os.close(fd)
        self.cpu, self.peak_kib = float(report.get("cpu", 0)), int(report.get("peak_kib", 0))
        if report.get("code") == 70:
            report["why"], report["error"] = "fault", self.printed.decode(errors="replace")[-300:]
        return report

    def _report(self) -> dict[str, Any]:
        poll = select.poll()
        poll.register(self.status, select.POLLIN)
        if not poll.poll(10_000):
            return {"why": "fault", "error": "the sandbox did not end a worker within 10 s"}
        line = os.read(self.status, 1 << 16)
        try:
            return dict(json.loads(line)) if line else {"why": "fault", "error": "the sandbox did not report"}
        except ValueError:
            return {"why": "fault", "error": "the sandbox's report cannot be read"}

    def _send(self, data: bytes, deadline: float) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self.requests, view) :]
            except BlockingIOError:
                self._wait(self.outgoing, self.requests, deadline)
            except BrokenPipeError:
                raise WorkerGone("exit") from None

    def _receive(self, deadline: float) -> bytes:
        """One frame; what comes after it, unasked, is left to `wire.decode` to refuse."""
        frame, size = b"", wire.HEADER.size
        while len(frame) < size:
            self._wait(self.incoming, self.replies, deadline)
            part = os.read(self.replies, CHUNK)
            if not part:
                raise WorkerGone("exit")
            frame += part
            if size == wire.HEADER.size <= len(frame):
                size += sum(wire.sizes(frame[:size]))
        return frame

    def _wait(self, poll: "select.poll", fd: int, deadline: float) -> None:
        """Until fd is ready; meanwhile take what is printed, so that the worker never waits for us."""
        while True:
            left = deadline - time.monotonic()
            events = dict(poll.poll(max(0.0, left) * 1000))
            if fd in events:
                return
            if left <= 0:
                raise WorkerGone("time")
            if events and not self._drain() and events[self.prints] & select.POLLHUP:
                poll.unregister(self.prints)

    def _drain(self) -> bool:
        """Take what the worker printed, so that it never waits for us; keep the first of it, or nothing."""
        took = False
        for _ in range(64):  # bounded: a flood must not keep us from the deadline
            try:
                part = os.read(self.prints, CHUNK)
            except BlockingIOError:
                break
            if not part:
                break
            took = True
            if self.listening:
                self.printed += part[: KEEP_PRINTS - len(self.printed)]
        return took
