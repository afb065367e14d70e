# syntax=docker/dockerfile:1
# The server, for either role: docker build --tag kontor . && docker run --publish 4800:4800 kontor
# Without DATABASE_URL it brings its own PostgreSQL and a demo; compose.yaml shows it with one of yours.

FROM node:24.21.0-trixie-slim AS build
WORKDIR /kontor
COPY . .
# Builds the console, the chat and the documentation, then forgets what only building needs.
RUN npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production MALLOC_ARENA_MAX=2 HOST=0.0.0.0 PORT=4800 KONTOR_DATA_DIR=/data
WORKDIR /kontor
COPY --from=build /kontor/package.json /kontor/LICENSE /kontor/openapi.json ./
COPY --from=build /kontor/node_modules node_modules
COPY --from=build /kontor/packages packages
COPY --from=build /kontor/server server
COPY --from=build /kontor/scripts scripts
COPY --from=build /kontor/console/dist console/dist
COPY --from=build /kontor/site/dist site/dist
COPY --from=build /kontor/docs docs
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4800
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`, without npm in between: signals reach the server itself.
CMD ["node", "--import", "./server/strip-types.js", "--disable-warning=ExperimentalWarning", "--no-allocation-site-pretenuring", "--max-semi-space-size=8", "--heap-growing-percent=30", "--expose-gc", "server/src/main.ts"]
