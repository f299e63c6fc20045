# Stet's web process. The database is another container or a managed one: set DATABASE_URL.
FROM node:24-slim AS packages
WORKDIR /stet
COPY package.json package-lock.json .npmrc ./
# Optional packages too: among them is the password hash's native part.
RUN npm ci --omit=dev --ignore-scripts

FROM packages AS pages
COPY . .
RUN node lib/cli/stet.js build

FROM node:24-slim
ENV NODE_ENV=production STET_HOST=0.0.0.0 STET_DATA_DIR=/data
WORKDIR /stet
COPY --from=pages --chown=node:node /stet ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "lib/cli/stet.js", "start"]
