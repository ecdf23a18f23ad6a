using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maoding.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FilesOfAnything : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Files_Commitments_CommitmentId",
                table: "Files");

            migrationBuilder.DropForeignKey(
                name: "FK_Files_JointReviews_ReviewId",
                table: "Files");

            migrationBuilder.DropForeignKey(
                name: "FK_Files_Projects_ProjectId",
                table: "Files");

            migrationBuilder.DropIndex(
                name: "IX_Files_CommitmentId",
                table: "Files");

            migrationBuilder.DropIndex(
                name: "IX_Files_ProjectId",
                table: "Files");

            migrationBuilder.DropIndex(
                name: "IX_Files_ReviewId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "CommitmentId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "ProjectId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "ReviewId",
                table: "Files");

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Files",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SubjectId",
                table: "Files",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Files_Subject_SubjectId",
                table: "Files",
                columns: new[] { "Subject", "SubjectId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Files_Subject_SubjectId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "Files");

            migrationBuilder.AddColumn<int>(
                name: "CommitmentId",
                table: "Files",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ProjectId",
                table: "Files",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewId",
                table: "Files",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Files_CommitmentId",
                table: "Files",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_ProjectId",
                table: "Files",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_ReviewId",
                table: "Files",
                column: "ReviewId");

            migrationBuilder.AddForeignKey(
                name: "FK_Files_Commitments_CommitmentId",
                table: "Files",
                column: "CommitmentId",
                principalTable: "Commitments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Files_JointReviews_ReviewId",
                table: "Files",
                column: "ReviewId",
                principalTable: "JointReviews",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Files_Projects_ProjectId",
                table: "Files",
                column: "ProjectId",
                principalTable: "Projects",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
