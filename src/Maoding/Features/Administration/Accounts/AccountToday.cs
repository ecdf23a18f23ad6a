using Maoding.Contracts;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Accounts;

/// <summary>What waits for the administrator: people without an account, locked ones, first passwords.</summary>
internal sealed class AccountToday(MaodingContext db, TimeProvider clock) : TodayPart
{
    public override int Place => 100;

    public override string Section => "accounts";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!scene.Actor.IsAdministrator) return;
        var now = clock.GetUtcNow();
        // Lock ends are compared here: SQLite cannot compare times with an offset, and few accounts have one.
        // One closed by hand waits for nobody.
        var accounts = (await db.Users.AsNoTracking().Where(u => u.MustChangePassword || u.LockoutEnd != null).ToListAsync(stop))
            .FindAll(a => !AccountService.IsLockedByHand(a));
        if (!await db.Users.AnyAsync(u => u.PersonId != null, stop))
        {
            const string How = "先登记各岗位由谁担任，也可以从 xlsx 一并导入；再开通账号、发密码条，督查室就能导入文件。";
            view.Add("开始", "还没有给工作人员开通账号", How, "去登记", DirectoryLinks.Posts);
        }

        const string Unlocks = "连续输错密码的账号到时自动解锁，也可以核实本人后提前解锁。";
        view.AddSome(accounts.Count(a => a.LockoutEnd > now), "锁定", "{0} 个账号被锁定", Unlocks, "查看", AccountLinks.Index);
        var unchanged = accounts.Count(a => a.MustChangePassword && !(a.LockoutEnd > now));
        view.AddSome(unchanged, "密码", "{0} 个账号还没有改初始密码", "请提醒本人尽快登录修改。", "查看", AccountLinks.Index);
    }
}
