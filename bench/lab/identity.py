"""Who everybody is in a benchmark; nothing here is a secret of anybody."""

from __future__ import annotations

APP_ID = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
SECRET = "a-made-up-secret"  # noqa: S105 - it opens nothing
BOT_ID = f"28:{APP_ID}"
ISSUER = "https://api.botframework.com"
OPENID = "/v1/.well-known/openidconfiguration"
KEYS = "/v1/.well-known/keys"
