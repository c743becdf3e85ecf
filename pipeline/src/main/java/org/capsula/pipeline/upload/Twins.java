package org.capsula.pipeline.upload;

import java.util.List;
import java.util.Map;
import org.capsula.pipeline.catalog.Text;
import org.capsula.pipeline.catalog.capsule.CapsuleTextStore;
import org.capsula.pipeline.catalog.capsule.CapsuleTexts;
import org.capsula.pipeline.catalog.capsule.FootageStore;
import org.capsula.pipeline.database.Database;

/** Tells before gigabytes travel what may be in the library already. */
public final class Twins {
  private final Database database;

  public Twins(Database database) {
    this.database = database;
  }

  /**
   * A capsule whose footage has the same name and length.
   *
   * @param isDeleted whether somebody deleted it, and may take it back
   */
  public record Twin(String capsuleId, String title, boolean isDeleted) {}

  /**
   * @param language in which a title is preferred
   */
  public List<Twin> of(String fileName, long bytes, String language) {
    String name = FileName.clean(fileName);
    return database.look(
        session -> {
          List<String> ids = new FootageStore(session).capsulesLike(name, bytes);
          Map<String, CapsuleTexts> texts = new CapsuleTextStore(session).heads(ids);
          return ids.stream()
              .map(
                  id ->
                      new Twin(
                          id,
                          texts
                              .getOrDefault(id, CapsuleTexts.NONE)
                              .titles()
                              .in(List.of(language))
                              .map(Text::value)
                              .orElse(name),
                          !Targets.isThere(session, id)))
              .toList();
        });
  }
}
