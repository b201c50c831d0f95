package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PermissionsTest {

  private final Permissions permissions = new Permissions();

  private static Permissions.Flag flag(String text) {
    var flag = new Permissions.Flag();
    flag.set(text);
    return flag;
  }

  private static Permissions.Id id(String text) {
    var id = new Permissions.Id();
    id.set(text);
    return id;
  }

  @Test
  void takesTheTextOfTheCommandLine() {
    permissions.set("account:111122223333, organization:o-a1b2c3d4e5,\n public,");

    assertThat(permissions.asList())
        .containsExactly(
            new Permission.Account("111122223333"),
            new Permission.Organization("o-a1b2c3d4e5"),
            new Permission.Everyone());
  }

  @Test
  void takesTheElementsOfThePom() {
    permissions.addAccount(id("\n 111122223333 "));
    permissions.addAccount(id("444455556666"));
    permissions.addOrganization(id(" o-a1b2c3d4e5 "));
    permissions.addPublic(new Permissions.Flag());

    assertThat(permissions.asList())
        .containsExactly(
            new Permission.Account("111122223333"),
            new Permission.Account("444455556666"),
            new Permission.Organization("o-a1b2c3d4e5"),
            new Permission.Everyone());
  }

  @Test
  void countsWhatIsNamedTwiceOnce() {
    permissions.set("account:111122223333,account:111122223333");
    permissions.addAccount(id("111122223333"));

    assertThat(permissions.asList()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", " false "})
  void isNotPublicUnlessTheElementSaysSo(String text) {
    permissions.addPublic(flag(text));

    assertThat(permissions.asList()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "tru", "yes"})
  void whetherItIsPublicIsNeverGuessed(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> {
              permissions.addPublic(flag(text));
              permissions.asList();
            })
        .withMessageContaining("<public> is '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", " true\n"})
  void isPublicWhereTheElementSaysSo(String text) {
    permissions.addPublic(flag(text));

    assertThat(permissions.asList()).containsExactly(new Permission.Everyone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ","})
  void aTextThatSaysNothingGivesNothing(String text) {
    permissions.set(text);

    assertThat(permissions.asList()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "public,everyone", "account:1", "111122223333"})
  void refusesAnyOtherText(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> {
              permissions.set(text);
              permissions.asList();
            })
        .withMessageStartingWith("<permissions> has ");
  }

  @Test
  void theElementsOfThePomBeatTheCommandLine() {
    permissions.set("public");
    permissions.addAccount(id("111122223333"));

    assertThat(permissions.asList()).containsExactly(new Permission.Account("111122223333"));
  }

  @Test
  void refusesAnElementWithoutAnId() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> {
              permissions.addAccount(new Permissions.Id());
              permissions.asList();
            })
        .withMessageContaining("the account ''");
  }

  @Test
  void refusesMalformedElements() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> {
              permissions.addAccount(id("1111-2222-3333"));
              permissions.asList();
            });
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> {
              var others = new Permissions();
              others.addOrganization(id("r-a1b2"));
              others.asList();
            });
  }
}
