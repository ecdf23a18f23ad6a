using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Maoding.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LinesReadersRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_MonthCloses_LightRuleSets_RuleSetId",
                table: "MonthCloses");

            migrationBuilder.DropForeignKey(
                name: "FK_MonthLights_LightRuleSets_RuleSetId",
                table: "MonthLights");

            migrationBuilder.DropForeignKey(
                name: "FK_ProjectMonths_LightRuleSets_RuleSetId",
                table: "ProjectMonths");

            migrationBuilder.DropTable(
                name: "LightRuleSets");

            migrationBuilder.RenameColumn(
                name: "RuleSetId",
                table: "ProjectMonths",
                newName: "RuleEditionId");

            migrationBuilder.RenameIndex(
                name: "IX_ProjectMonths_RuleSetId",
                table: "ProjectMonths",
                newName: "IX_ProjectMonths_RuleEditionId");

            migrationBuilder.RenameColumn(
                name: "RuleSetId",
                table: "MonthLights",
                newName: "RuleEditionId");

            migrationBuilder.RenameIndex(
                name: "IX_MonthLights_RuleSetId",
                table: "MonthLights",
                newName: "IX_MonthLights_RuleEditionId");

            migrationBuilder.RenameColumn(
                name: "RuleSetId",
                table: "MonthCloses",
                newName: "RuleEditionId");

            migrationBuilder.RenameIndex(
                name: "IX_MonthCloses_RuleSetId",
                table: "MonthCloses",
                newName: "IX_MonthCloses_RuleEditionId");

            migrationBuilder.AddColumn<int>(
                name: "Line",
                table: "Units",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsChief",
                table: "Posts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Line",
                table: "Posts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Readers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Subject = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SubjectId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: true),
                    PostId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Readers_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Readers_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RuleEditions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Values = table.Column<string>(type: "text", nullable: false),
                    ApprovedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeById = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleEditions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Readers_PostId",
                table: "Readers",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_Readers_Subject_SubjectId_UnitId_PostId",
                table: "Readers",
                columns: new[] { "Subject", "SubjectId", "UnitId", "PostId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readers_UnitId",
                table: "Readers",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleEditions_Kind_From",
                table: "RuleEditions",
                columns: new[] { "Kind", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_RuleEditions_Kind_Number",
                table: "RuleEditions",
                columns: new[] { "Kind", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_MonthCloses_RuleEditions_RuleEditionId",
                table: "MonthCloses",
                column: "RuleEditionId",
                principalTable: "RuleEditions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_MonthLights_RuleEditions_RuleEditionId",
                table: "MonthLights",
                column: "RuleEditionId",
                principalTable: "RuleEditions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ProjectMonths_RuleEditions_RuleEditionId",
                table: "ProjectMonths",
                column: "RuleEditionId",
                principalTable: "RuleEditions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_MonthCloses_RuleEditions_RuleEditionId",
                table: "MonthCloses");

            migrationBuilder.DropForeignKey(
                name: "FK_MonthLights_RuleEditions_RuleEditionId",
                table: "MonthLights");

            migrationBuilder.DropForeignKey(
                name: "FK_ProjectMonths_RuleEditions_RuleEditionId",
                table: "ProjectMonths");

            migrationBuilder.DropTable(
                name: "Readers");

            migrationBuilder.DropTable(
                name: "RuleEditions");

            migrationBuilder.DropColumn(
                name: "Line",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "IsChief",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Line",
                table: "Posts");

            migrationBuilder.RenameColumn(
                name: "RuleEditionId",
                table: "ProjectMonths",
                newName: "RuleSetId");

            migrationBuilder.RenameIndex(
                name: "IX_ProjectMonths_RuleEditionId",
                table: "ProjectMonths",
                newName: "IX_ProjectMonths_RuleSetId");

            migrationBuilder.RenameColumn(
                name: "RuleEditionId",
                table: "MonthLights",
                newName: "RuleSetId");

            migrationBuilder.RenameIndex(
                name: "IX_MonthLights_RuleEditionId",
                table: "MonthLights",
                newName: "IX_MonthLights_RuleSetId");

            migrationBuilder.RenameColumn(
                name: "RuleEditionId",
                table: "MonthCloses",
                newName: "RuleSetId");

            migrationBuilder.RenameIndex(
                name: "IX_MonthCloses_RuleEditionId",
                table: "MonthCloses",
                newName: "IX_MonthCloses_RuleSetId");

            migrationBuilder.CreateTable(
                name: "LightRuleSets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FromMonth = table.Column<int>(type: "integer", nullable: true),
                    MadeById = table.Column<int>(type: "integer", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PlanId = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LightRuleSets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LightRuleSets_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LightRuleSets_PlanId_Number",
                table: "LightRuleSets",
                columns: new[] { "PlanId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_MonthCloses_LightRuleSets_RuleSetId",
                table: "MonthCloses",
                column: "RuleSetId",
                principalTable: "LightRuleSets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_MonthLights_LightRuleSets_RuleSetId",
                table: "MonthLights",
                column: "RuleSetId",
                principalTable: "LightRuleSets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ProjectMonths_LightRuleSets_RuleSetId",
                table: "ProjectMonths",
                column: "RuleSetId",
                principalTable: "LightRuleSets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
