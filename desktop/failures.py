"""Why an environment could not be made, in words for its user: from what pip and venv say, or from an OSError.

Used by environment.py, on the bare Python of the machine.
"""

import errno
import platform
import re
import shutil
import sys
import tempfile
from pathlib import Path

Sentence = tuple[str, str]
"""What is wrong, where, and what to do: in Chinese and in English."""
SYSTEM_ERROR = re.compile(r"Error: \[(Errno|WinError) (\d+)\](?:.*'([^']+)')?")
"""As Python prints an OSError that is not another error's reason, such as that of a connection."""
FULL = {("Errno", errno.ENOSPC), ("Errno", errno.EDQUOT), ("WinError", 112)}
FORBIDDEN = {("Errno", errno.EACCES), ("Errno", errno.EPERM), ("Errno", errno.EROFS), ("WinError", 5)}
STATUS = re.compile(
    r"(\d{3}) (?:Client|Server) Error|(?:HTTP error|Tunnel connection failed:|too many) (\d{3})"
)
UNREACHED = re.compile(r"connection|connect to|timed out|timeout|resolv|network", re.IGNORECASE)
MEGABYTE = 1_000_000


def why(said: str, log: str, environment: Path) -> Sentence:
    """What kept pip or venv from its work: `said` is what it wrote as errors, `log` all that pip noted."""
    if found := SYSTEM_ERROR.search(said):
        error = found[1], int(found[2])
        if error in FULL:
            return full(environment)
        if error in FORBIDDEN:
            return forbidden(found[3] or str(environment))
    if "DO NOT MATCH THE HASHES" in said:
        return changed(said)
    wanted = re.search(r"No matching distribution found for (\S+)", said)
    told = _of_its_page(wanted[1], log) or _retries(said) if wanted else said
    return network(told) or (unfit(wanted[1]) if wanted else unknown(said))


def of_error(error: OSError, environment: Path) -> Sentence:
    """The same for an error of our own."""
    number = ("Errno", error.errno or 0)
    if number in FULL:
        return full(environment)
    if number in FORBIDDEN:
        return forbidden(str(error.filename or environment))
    return f"无法准备运行环境：{error}。", f"The environment cannot be made: {error}."


def full(environment: Path) -> Sentence:
    folders = (str(environment.parent), tempfile.gettempdir())
    room = ", ".join(f"{folder} ({_free(folder)} MB)" for folder in folders)
    return (
        f"磁盘已满，或超出了配额。剩余空间：{room}。请至少腾出 1 GB，再打开一次。",
        f"The disk is full, or your quota is used up. Free space: {room}. Free at least 1 GB, then open it again.",
    )


def _free(path: str) -> str:
    try:
        return str(shutil.disk_usage(path).free // MEGABYTE)
    except OSError:
        return "?"


def forbidden(path: str) -> Sentence:
    return (
        f"没有写入的权限：{path}。请检查这个文件夹属于谁、能否写入，或把环境变量 XDG_DATA_HOME 设为另一个文件夹，再打开一次。",
        f"There is no right to write: {path}. See whose the folder is and whether it can be written to, or set the"
        " variable XDG_DATA_HOME to another folder, then open it again.",
    )


def changed(said: str) -> Sentence:
    found = re.search(r"^\s+(\S+==\S+)?(?: from )?(\S+).*:\n\s+Expected ", said, re.MULTILINE)
    file = f"{found[1] or ''} {_host(found[2])}".strip() if found else "?"
    return (
        f"下载的文件与登记的校验值不符：{file}。它可能在途中被更改，没有安装。请换一个网络再试一次；仍然如此，就不要继续，请告诉提供本软件的人。",
        f"A file that was fetched is not the one that was checked: {file}. It may have been changed on its way and was"
        " not installed. Try once more on another network; if it stays so, do not go on, and tell whoever gave you"
        " this program.",
    )


def _of_its_page(requirement: str, log: str) -> str:
    """What pip noted on the index's page of this project, where it could not be had."""
    name = re.sub(r"[-_.]+", "-", re.split(r"[=<>!~\[;]", requirement)[0]).lower()
    return "\n".join(re.findall(rf"Could not fetch URL \S*/{re.escape(name)}/.*", log))


def _retries(said: str) -> str:
    return "\n".join(line for line in said.splitlines() if "Retrying" in line)


def network(told: str) -> Sentence | None:
    """What went wrong between here and the index; None where nothing of that kind is told."""
    host = _host(told)
    if "certificate" in told.lower():
        return (
            f"软件源的证书不受信任：{host}。请核对电脑的时间；如果单位的网络检查加密流量，请把单位的证书告诉 pip：pip config set global.cert 证书文件。",
            f"The certificate of the package index is not trusted: {host}. See whether the clock is right; where your"
            " network inspects encrypted traffic, tell pip its certificate: pip config set global.cert FILE.",
        )
    status = next((int(next(filter(None, each))) for each in STATUS.findall(told)), 0)
    if status == 407:
        return (
            f"代理要求用户名和密码（HTTP 407）：{host}。请在环境变量 https_proxy 里写上：http://用户名:密码@代理:端口，再打开一次。",
            f"The proxy asks for a name and a password (HTTP 407): {host}. Put them into the variable https_proxy as"
            " http://name:password@proxy:port, then open it again.",
        )
    if status >= 500:
        return (
            f"软件源暂时出错（HTTP {status}）：{host}。请过一会儿再打开一次。",
            f"The package index has an error of its own (HTTP {status}): {host}. Open it again in a while.",
        )
    if status and status != 404:
        return (
            f"软件源或代理拒绝了请求（HTTP {status}）：{host}。请联系网络管理员放行，或让 pip 用能访问的软件源：pip config set global.index-url 网址。",
            f"The package index or a proxy refuses (HTTP {status}): {host}. Ask the network's administrator to allow"
            " it, or have pip use an index that can be reached: pip config set global.index-url URL.",
        )
    if not status and UNREACHED.search(told):
        return (
            f"连不上软件源：{host}。多半是没有网络。请连上网络，再打开一次。",
            f"The package index cannot be reached: {host}. Most likely there is no network. Connect, then open it again.",
        )
    return None


def _host(told: str) -> str:
    """The machine that a text names in a web address or as pip's connections do; without a name or a password."""
    found = re.search(r"https?://(?:[^/\s@]*@)?([^/\s:'\"]+(?::\d+)?)|host='([^']+)'", told)
    return (found[1] or found[2]) if found else "pip"


def unfit(requirement: str) -> Sentence:
    here = f"Python {platform.python_version()}, {sys.platform} {platform.machine()}"
    return (
        f"软件源里没有适合这台电脑的 {requirement}（这里是 {here}）。请安装 64 位的 Python 3.11 至 3.13，或让 pip 用一个完整的软件源，再打开一次。",
        f"The package index has no {requirement} that fits this machine ({here}). Install a Python 3.11 to 3.13 of"
        " 64 bits, or have pip use a complete index, then open it again.",
    )


def unknown(said: str) -> Sentence:
    last = next((line for line in reversed(said.splitlines()) if "error" in line.lower()), said).strip()
    return f"没有装好所需的组件：{last}", f"The parts needed were not installed: {last}"
