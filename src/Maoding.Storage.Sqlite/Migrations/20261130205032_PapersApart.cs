using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maoding.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PapersApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Order",
                table: "Documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Withdrawal",
                table: "Documents",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "Documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WithinId",
                table: "Commitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Difference",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommitmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    BroughtById = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<int>(type: "INTEGER", nullable: false),
                    Here = table.Column<string>(type: "TEXT", nullable: false),
                    There = table.Column<string>(type: "TEXT", nullable: false),
                    Taken = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Difference", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Difference_Commitments_BroughtById",
                        column: x => x.BroughtById,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Difference_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Difference_BroughtById",
                table: "Difference",
                column: "BroughtById");

            migrationBuilder.CreateIndex(
                name: "IX_Difference_CommitmentId",
                table: "Difference",
                column: "CommitmentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Difference");

            migrationBuilder.DropColumn(
                name: "Order",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "Withdrawal",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "WithinId",
                table: "Commitments");
        }
    }
}
