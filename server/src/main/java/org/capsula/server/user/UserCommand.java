package org.capsula.server.user;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.capsula.pipeline.account.Account;
import org.capsula.pipeline.account.Accounts;
import org.capsula.pipeline.account.Accounts.NewAccount;
import org.capsula.pipeline.account.Refusal;
import org.capsula.pipeline.account.RefusedException;
import org.capsula.pipeline.account.Role;
import org.capsula.pipeline.account.entry.Invitations.Issued;
import org.capsula.pipeline.account.entry.Reception;
import org.capsula.pipeline.intake.UsageException;
import org.capsula.pipeline.json.Json;
import org.capsula.pipeline.library.Library;
import org.capsula.server.console.Console;
import org.capsula.server.console.ExitStatus;
import org.capsula.server.people.AccountJson;
import org.capsula.server.serve.Failures;
import org.capsula.server.serve.LibraryOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code capsula user}: each of its commands opens the library while no server runs on it. */
@Command(
    name = "user",
    description =
        "Looks after accounts while no server runs: for the first admin of a machine without a"
            + " browser, or the last one who has forgotten the password.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it is done",
      "1:it was refused: no such account, the name is taken, the last admin",
      "2:the command was used wrongly, or the library is of a newer Capsula",
      "3:the machine failed: library in use, disk full, database away"
    })
public final class UserCommand {
  private static final String USUAL_ADDRESS = "http://127.0.0.1:8080";
  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String ADDRESS =
      "What people type to reach this server; the link begins with it. Default: " + USUAL_ADDRESS;

  private final Clock clock;
  private final Console console;

  public UserCommand(Clock clock, Console console) {
    this.clock = clock;
    this.console = console;
  }

  private interface Work {
    void on(Reception reception) throws RefusedException, UsageException;
  }

  @Command(
      name = "add",
      description = "Adds an account and prints the link with which its owner chooses a password.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "The name to sign in with.") String name,
      @Option(
              names = "--role",
              required = true,
              converter = RoleConverter.class,
              description = "viewer, media, trainer or admin.",
              paramLabel = "ROLE")
          Role role,
      @Option(
              names = "--shown-name",
              description = "As people see it. Default: NAME.",
              paramLabel = "WORDS")
          @Nullable String shownName,
      @Mixin LinkOptions options)
      throws Exception {
    return work(
        options.library,
        true,
        reception -> {
          options.requireAddress();
          Account account =
              reception
                  .accounts()
                  .add(new NewAccount(name, shownName == null ? name : shownName, role));
          tellLink(reception, account, options);
        });
  }

  @Command(
      name = "list",
      description = "Prints all accounts, a line each.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--json", description = "As one line of JSON each.") boolean json,
      @Mixin LibraryOption library)
      throws Exception {
    return work(
        library,
        false,
        reception ->
            reception.accounts().all().stream()
                .map(each -> json ? Json.compact(AccountJson.of(each)) : line(each))
                .forEach(console::result));
  }

  private static String line(Account account) {
    String state = account.disabled() ? "disabled" : account.joined() ? "" : "invited";
    return (account.signInName()
            + "  "
            + account.role().word()
            + "  "
            + account.shownName()
            + (state.isEmpty() ? "" : "  (" + state + ")"))
        .strip();
  }

  @Command(
      name = "link",
      description =
          "Prints a link with which the owner of an account chooses another password; a link that"
              + " was made before works no more.",
      mixinStandardHelpOptions = true)
  int link(@Parameters(paramLabel = "NAME") String name, @Mixin LinkOptions options)
      throws Exception {
    return work(
        options.library,
        false,
        reception -> {
          options.requireAddress();
          tellLink(reception, named(name, reception.accounts()), options);
        });
  }

  private void tellLink(Reception reception, Account account, LinkOptions options)
      throws RefusedException {
    Issued issued = reception.invitations().invite(account.id());
    console.result(options.start() + "/invitation/" + issued.secret().text());
    console.error(
        "Hand this link to "
            + account.shownName()
            + " by whatever way you trust; it works once, until "
            + UNTIL.format(issued.expiresAt())
            + ".");
  }

  @Command(
      name = "disable",
      description = "Lets nobody in with an account, and ends its sessions.",
      mixinStandardHelpOptions = true)
  int disable(@Parameters(paramLabel = "NAME") String name, @Mixin LibraryOption library)
      throws Exception {
    return change(library, name, Accounts::disable, "is disabled");
  }

  @Command(
      name = "enable",
      description = "Lets its owner in again.",
      mixinStandardHelpOptions = true)
  int enable(@Parameters(paramLabel = "NAME") String name, @Mixin LibraryOption library)
      throws Exception {
    return change(library, name, Accounts::enable, "is enabled");
  }

  @Command(
      name = "role",
      description = "Gives an account another role.",
      mixinStandardHelpOptions = true)
  int role(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(
              paramLabel = "ROLE",
              converter = RoleConverter.class,
              description = "viewer, media, trainer or admin.")
          Role role,
      @Mixin LibraryOption library)
      throws Exception {
    return change(
        library,
        name,
        (accounts, id) -> accounts.changeRole(id, role),
        "has the role " + role.word());
  }

  @Command(
      name = "remove",
      description = "Removes an account; what its owner made stays.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "NAME") String name, @Mixin LibraryOption library)
      throws Exception {
    return change(library, name, Accounts::delete, "is removed");
  }

  private interface Change {
    void make(Accounts accounts, String id) throws RefusedException;
  }

  private int change(LibraryOption library, String name, Change change, String done)
      throws Exception {
    return work(
        library,
        false,
        reception -> {
          Account account = named(name, reception.accounts());
          change.make(reception.accounts(), account.id());
          console.error("The account “" + account.signInName() + "” " + done + ".");
        });
  }

  private static Account named(String name, Accounts accounts) throws RefusedException {
    return accounts.named(name).orElseThrow(() -> new RefusedException(Refusal.UNKNOWN));
  }

  /**
   * @param makes the library may be a new one
   */
  private int work(LibraryOption library, boolean makes, Work work) throws Exception {
    return Failures.told(
        console,
        () -> {
          if (!makes && !library.isThere()) {
            throw new UsageException(
                library.folder + " holds no library; name the folder that does with --library.");
          }
          try (Library opened = library.open()) {
            work.on(Reception.of(opened.database(), clock));
            return ExitStatus.DONE;
          } catch (RefusedException e) {
            console.error(e.refusal().sentence());
            return ExitStatus.REFUSED;
          }
        });
  }

  /** Of the commands that print a link. */
  static final class LinkOptions {
    @Mixin LibraryOption library = new LibraryOption();

    @Option(names = "--address", paramLabel = "URL", description = ADDRESS)
    String address = USUAL_ADDRESS;

    void requireAddress() throws UsageException {
      if (!address.matches("https?://[^/?#\\s]+/?") || !isUri(address)) {
        throw new UsageException(
            "--address "
                + address
                + " is no address of a server; give one like https://capsula.example.org.");
      }
    }

    private static boolean isUri(String text) {
      try {
        return URI.create(text).getHost() != null;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    String start() {
      return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
  }
}
