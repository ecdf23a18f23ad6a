using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maoding.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AnalysesPlansSignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MonthAnalyses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FinalisedById = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthAnalyses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlannedChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    PostId = table.Column<int>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Arrangement = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedById = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedChanges_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedChanges_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MonthAnalyses_Month",
                table: "MonthAnalyses",
                column: "Month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlannedChanges_PostId",
                table: "PlannedChanges",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedChanges_State_On",
                table: "PlannedChanges",
                columns: new[] { "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PlannedChanges_UnitId",
                table: "PlannedChanges",
                column: "UnitId");

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

            migrationBuilder.DropTable(
                name: "MonthAnalyses");

            migrationBuilder.DropTable(
                name: "PlannedChanges");
        }
    }
}
