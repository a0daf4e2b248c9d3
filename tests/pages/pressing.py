"""A press on a button of a page that AppTest runs."""


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app
