"""The peers: a virtual environment with pinned versions from PyPI, made when it is first needed."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path


class Environment:
    def __init__(self, folder: Path, scripts: Path):
        self.folder = folder.resolve()
        self.scripts = scripts
        self.pins = dict(re.findall(r"^([\w-]+)==(\S+)", (scripts / "requirements.txt").read_text(), re.MULTILINE))
        self._problem = None
        self._is_ready = False

    def name(self, peer):
        """The peer as the table shows it, with its version."""
        proper = {"simpy": "SimPy", "ciw": "Ciw", "scipy": "SciPy", "numpy": "NumPy"}.get(peer, peer)
        return f"{proper} {self.pins[peer]}"

    def python(self):
        """The interpreter of the environment, or None with the reason on standard error, once."""
        if not self._is_ready and self._problem is None:
            self._problem = self._make()
            self._is_ready = self._problem is None
            if self._problem:
                print(f"   skipped all peers: {self._problem}", file=sys.stderr, flush=True)
        return self.folder / "bin" / "python" if self._is_ready else None

    def command(self, script, *options):
        return [self.folder / "bin" / "python", self.scripts / script, *options]

    def _make(self):
        stamp = self.folder / "made-from"
        interpreter = self._interpreter()
        if interpreter is None:
            return "Python 3.11 or later is not installed"
        wanted = hashlib.sha256((self.scripts / "requirements.txt").read_bytes() + interpreter.encode()).hexdigest()
        if stamp.exists() and stamp.read_text() == wanted:
            return None
        print(f"   making {self.folder} for the peers", file=sys.stderr, flush=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        reason = self._fails([interpreter, "-m", "venv", str(self.folder)])
        if reason:
            return reason
        pip = [str(self.folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if self._fails([*pip, "--requirement", str(self.scripts / "requirements.txt")]) is None:
            stamp.write_text(wanted)
            return None
        # One that cannot be had keeps none of the others away; it is tried again the next time.
        reasons = {peer: self._fails([*pip, f"{peer}=={version}"]) for peer, version in self.pins.items()}
        for peer, reason in reasons.items():
            if reason:
                print(f"   skipped {peer}: {reason}", file=sys.stderr, flush=True)
        return next(iter(reasons.values())) if all(reasons.values()) else None

    @staticmethod
    def _fails(step):
        """Why a command failed, or None."""
        finished = subprocess.run(step, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if finished.returncode == 0:
            return None
        lines = finished.stderr.strip().splitlines() or ["no message"]
        return f"{' '.join(step[:4])} failed: {lines[-1]}"

    @staticmethod
    def _interpreter():
        for name in [sys.executable, "python3", "python3.14", "python3.13", "python3.12", "python3.11"]:
            path = shutil.which(name)
            test = "import sys; sys.exit(sys.version_info < (3, 11))"
            if path and subprocess.run([path, "-c", test], stderr=subprocess.DEVNULL).returncode == 0:
                return path
        return None
