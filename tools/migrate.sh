#!/usr/bin/env bash
# tools/migrate.sh NAME   after the model changed: adds a migration of that name for both databases and writes down the models that a start reads
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?a name for the migration}
dotnet tool restore >/dev/null
for database in Sqlite Postgres; do
    project=src/Maoding.Storage.$database
    ef=(dotnet ef --project "$project" --startup-project "$project" --configuration Release)
    dotnet restore "$project" --locked-mode
    # The old one may name what the entities have no longer.
    rm -rf "$project/Migrations/Model"
    "${ef[@]}" migrations add "$name"
    "${ef[@]}" dbcontext optimize --output-dir Migrations/Model --namespace "Maoding.Storage.$database.Migrations.Model"
done
