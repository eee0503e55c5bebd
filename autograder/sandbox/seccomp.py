"""System calls that no submission needs, as a BPF program for the kernel. Built outside, loaded inside."""

import os
import tempfile
from errno import EAFNOSUPPORT, ENOSYS, EPERM

# Namespaces and mounts, other processes' memory, kernel modules and keys, clocks, and memory that no limit counts.
DENIED = """
unshare setns mount umount2 pivot_root chroot move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr
ptrace process_vm_readv process_vm_writev process_madvise pidfd_getfd kcmp
bpf perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register
init_module finit_module delete_module kexec_load kexec_file_load reboot swapon swapoff acct syslog quotactl
add_key request_key keyctl open_by_handle_at name_to_handle_at fanotify_init lookup_dcookie nfsservctl
settimeofday clock_settime clock_adjtime adjtimex sethostname setdomainname iopl ioperm personality vhangup
memfd_create memfd_secret shmget shmat shmctl msgget msgsnd semget semop mq_open
socket connect bind listen accept accept4 sendmsg sendmmsg
""".split()
NAMESPACES = (0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000)  # CLONE_NEW…
CLONE_THREAD, AF_UNIX, TIOCSTI, TIOCLINUX = 0x00010000, 1, 0x5412, 0x541C
# What namespaces would confine: processes and their scheduling, and file attributes, which Landlock does not cover.
WITHOUT_NAMESPACES = """
fork vfork execve execveat kill tkill pidfd_send_signal pidfd_open setpgid setsid
setpriority ioprio_set sched_setscheduler sched_setparam sched_setattr
chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes futimesat utimensat
setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr
""".split()


def program(processes: bool) -> bytes:
    """The filter as struct sock_filter[]; processes: whether fork, exec and signals are allowed.

    Denied calls fail with an error that Python reports; nothing is killed for asking. Raises ImportError without libseccomp.
    """
    import pyseccomp as seccomp  # here, so that a machine without libseccomp can still say what it lacks

    rules = seccomp.SyscallFilter(seccomp.ALLOW)
    denied = DENIED + ([] if processes else WITHOUT_NAMESPACES)
    for name in denied:
        if seccomp.resolve_syscall(seccomp.Arch.NATIVE, name) >= 0:
            rules.add_rule(seccomp.ERRNO(EPERM), name)
    rules.add_rule(seccomp.ERRNO(ENOSYS), "clone3")  # its flags lie in memory, out of a filter's sight: libc uses clone then
    for flag in NAMESPACES:
        rules.add_rule(seccomp.ERRNO(EPERM), "clone", seccomp.Arg(0, seccomp.MASKED_EQ, flag, flag))
    if not processes:
        rules.add_rule(seccomp.ERRNO(EPERM), "clone", seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, 0))
        rules.add_rule(seccomp.ERRNO(EPERM), "prlimit64", seccomp.Arg(0, seccomp.NE, 0))  # only its own limits
    rules.add_rule(seccomp.ERRNO(EAFNOSUPPORT), "socketpair", seccomp.Arg(0, seccomp.NE, AF_UNIX))  # asyncio needs a pair,
    rules.add_rule(seccomp.ERRNO(EPERM), "sendto", seccomp.Arg(4, seccomp.NE, 0))  # and to send within it, to no address
    for request in (TIOCSTI, TIOCLINUX):
        rules.add_rule(seccomp.ERRNO(EPERM), "ioctl", seccomp.Arg(1, seccomp.MASKED_EQ, 0xFFFFFFFF, request))
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0, os.SEEK_SET)
        return file.read()
