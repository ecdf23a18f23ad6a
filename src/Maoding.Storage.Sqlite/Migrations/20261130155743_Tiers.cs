using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maoding.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Tiers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "RungSince",
                table: "Problems",
                newName: "TierSince");

            migrationBuilder.RenameColumn(
                name: "Rung",
                table: "Problems",
                newName: "Tier");

            migrationBuilder.RenameColumn(
                name: "Rung",
                table: "ProblemEvent",
                newName: "Tier");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "TierSince",
                table: "Problems",
                newName: "RungSince");

            migrationBuilder.RenameColumn(
                name: "Tier",
                table: "Problems",
                newName: "Rung");

            migrationBuilder.RenameColumn(
                name: "Tier",
                table: "ProblemEvent",
                newName: "Rung");
        }
    }
}
