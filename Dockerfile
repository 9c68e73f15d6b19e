# syntax=docker/dockerfile:1
# docker build --tag compactctl . && docker run --rm --volume "$PWD:/documents:ro" compactctl validate

FROM python:3.13-slim AS build
WORKDIR /build
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY src src
RUN python -m venv /opt/compactctl \
    && /opt/compactctl/bin/pip install --no-cache-dir --disable-pip-version-check . \
    && /opt/compactctl/bin/pip uninstall --yes --quiet pip \
    && python -m compileall -q -f -j 0 --invalidation-mode unchecked-hash /opt/compactctl

FROM python:3.13-slim
LABEL org.opencontainers.image.source=https://github.com/compactctl/compactctl
# git is for `compactctl diff --since`. The image of Python comes without bytecode, and nobody can write it later.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && python -m compileall -q -f -j 0 --invalidation-mode unchecked-hash "$(python -c 'import os; print(os.path.dirname(os.__file__))')" \
    && useradd --uid 10001 --create-home --shell /usr/sbin/nologin officer
COPY --from=build /opt/compactctl /opt/compactctl
# The documents belong to whoever mounts them, and git reads no repository of somebody else without being told so.
ENV PATH="/opt/compactctl/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    GIT_CONFIG_COUNT=1 \
    GIT_CONFIG_KEY_0=safe.directory \
    GIT_CONFIG_VALUE_0=/documents
USER officer
WORKDIR /documents
ENTRYPOINT ["compactctl"]
CMD ["--help"]
