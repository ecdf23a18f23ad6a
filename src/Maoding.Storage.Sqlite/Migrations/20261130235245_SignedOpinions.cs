using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maoding.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignedOpinions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opinions_State_CommitmentId",
                table: "Opinions");

            migrationBuilder.AddColumn<DateTime>(
                name: "SignedAt",
                table: "Opinions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SignedById",
                table: "Opinions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_State_CommitmentId",
                table: "Opinions",
                columns: new[] { "State", "CommitmentId" },
                filter: "\"State\" IN (1, 4, 6)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opinions_State_CommitmentId",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "SignedAt",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "SignedById",
                table: "Opinions");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_State_CommitmentId",
                table: "Opinions",
                columns: new[] { "State", "CommitmentId" },
                filter: "\"State\" IN (1, 4)");
        }
    }
}
