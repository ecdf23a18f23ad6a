#!/usr/bin/env bash
# tools/migrate.sh NAME   adds a migration of that name for both databases after the model changed
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?a name for the migration}
dotnet tool restore >/dev/null
for database in Sqlite Postgres; do
    dotnet ef migrations add "$name" --project "src/Maoding.Storage.$database" --startup-project "src/Maoding.Storage.$database" --configuration Release
done
