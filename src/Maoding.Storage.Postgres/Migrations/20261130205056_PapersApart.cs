using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Maoding.Storage.Postgres.Migrations
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Withdrawal",
                table: "Documents",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "Documents",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WithinId",
                table: "Commitments",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Difference",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CommitmentId = table.Column<int>(type: "integer", nullable: false),
                    BroughtById = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<int>(type: "integer", nullable: false),
                    Here = table.Column<string>(type: "text", nullable: false),
                    There = table.Column<string>(type: "text", nullable: false),
                    Taken = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false)
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
