"""A browser without a network: calls an ASGI application, keeps its cookies, follows nothing."""

import asyncio

import httpx


class Browser:
    """One person's browser at `base`, e.g. "http://127.0.0.1:8501"."""

    def __init__(self, app, base="http://127.0.0.1:8501", **headers):
        self.app, self.base, self.headers = app, base, headers
        self.cookies = httpx.Cookies()

    def get(self, path, **headers):
        return self._ask("GET", path, headers=headers)

    def post(self, path, form=None, **headers):
        return self._ask("POST", path, headers=headers, data=form or {})

    def send(self, method, path, body=b"", **headers):
        """A request that no form of ours would make."""
        return self._ask(method, path, headers=headers, content=body)

    def _ask(self, method, path, *, headers, **more):
        async def ask():
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(
                transport=transport, base_url=self.base, cookies=self.cookies
            ) as client:
                answer = await client.request(
                    method, path, headers={**self.headers, **headers}, **more
                )
                self.cookies = client.cookies
                return answer

        return asyncio.run(ask())

    def websocket(self, path, **headers):
        """The application's first message to a websocket: accepted, or closed with a code."""
        messages = []

        async def receive():
            return {"type": "websocket.connect"}

        async def send(message):
            messages.append(message)

        url = httpx.URL(self.base)
        all_headers = {"host": url.netloc.decode(), **headers}
        scope = {
            "type": "websocket",
            "path": path,
            "server": (url.host, url.port),
            "headers": [(name.encode(), value.encode()) for name, value in all_headers.items()],
        }
        asyncio.run(self.app(scope, receive, send))
        return messages[0]
