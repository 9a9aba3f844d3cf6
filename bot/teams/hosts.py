"""Where the bot's token may go: the hosts of Teams, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

PUBLIC_CLOUD = frozenset({"smba.trafficmanager.net", "botframework.com"})
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class ServiceHosts:
    """Names whose own address and subdomains are allowed over https on port 443.

    ``local``: plain http (and any port) to this machine is allowed as well.
    """

    names: frozenset[str] = PUBLIC_CLOUD
    local: bool = False

    def allows(self, url: str) -> bool:
        """Whether the token may be sent to that address."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return False
        host = (parts.hostname or "").lower()
        if parts.username is not None or not host or "\\" in url or not url.isprintable():
            return False
        if host in LOOPBACK:
            return self.local and parts.scheme in ("http", "https")
        return self._is_teams(parts, host) and port in (None, 443)

    def _is_teams(self, parts: SplitResult, host: str) -> bool:
        known = any(host == name or host.endswith(f".{name}") for name in self.names)
        return parts.scheme == "https" and known
