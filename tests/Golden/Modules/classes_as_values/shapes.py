class Robot:
    battery = 5
    def use(self):
        self.battery -= 1
        return self.battery
